import { generate } from 'selfsigned';

/** A new key and certificate for `localhost` and 127.0.0.1, generated at every start so that no key is committed. */
export interface SelfSignedCertificate {
  readonly key: string;
  readonly cert: string;
}

const DNS = 2;
const IP = 7;

export async function selfSignedCertificate(): Promise<SelfSignedCertificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: DNS, value: 'localhost' },
          { type: IP, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key, cert };
}
