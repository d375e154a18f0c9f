/**
 * Phone numbers of help lines: `109`, `1577-0199`, `1-800-273-8255`, `116 123`. Longer or shorter digit sequences
 * and digits within an address stay text.
 */
const PHONE = /(?<![\w.-])((?:\d{2,4}[- ]){1,3}\d{3,4}|1\d{2,3}|9\d{2})(?![\w-]|\.\w)/u;

/** Text in which phone numbers are links. */
export function PhoneLinks({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(PHONE)
        .map((part, at) => (at % 2 === 1 ? <a href={`tel:${part.replaceAll(/\D/g, '')}`}>{part}</a> : part))}
    </>
  );
}
