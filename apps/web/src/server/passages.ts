import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { type Locale, accessHeaders } from './catalogue.js';

type FetchPassage = (id: string, locale: Locale) => Promise<string | undefined>;

/** Fetches the text of a cited record; undefined for documents that the server does not show. */
export const fetchPassage =
  (key: string): FetchPassage =>
  async (id, locale) => {
    try {
      const url = `/v1/passages/${encodeURIComponent(id)}?locale=${locale}`;
      const response = await fetch(url, { headers: { Accept: 'application/json', ...accessHeaders(key) } });
      return response.ok ? ((await response.json()) as { readonly text: string }).text : undefined;
    } catch {
      return undefined;
    }
  };

export const Passages = createContext<FetchPassage>(() => Promise.resolve(undefined));

/** Text of the record with this id; undefined until it has arrived, and if there is none. */
export function usePassage(id: string | undefined, locale: Locale): string | undefined {
  const fetchText = useContext(Passages);
  const [found, setFound] = useState<{ readonly id: string; readonly text: string | undefined }>();
  useEffect(() => {
    let isCurrent = id !== undefined;
    if (id !== undefined) void fetchText(id, locale).then((text) => isCurrent && setFound({ id, text }));
    return () => {
      isCurrent = false;
    };
  }, [id, locale, fetchText]);
  return found && found.id === id ? found.text : undefined;
}
