import { generate } from 'selfsigned';

/** A fresh key and the certificate for `localhost` and 127.0.0.1; made at every start, so that no key is ever shipped. */
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
