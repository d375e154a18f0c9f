/** Reads JSON that this page has written; undefined if absent or if storage is blocked. */
export function readStored(storage: () => Storage, name: string): unknown {
  try {
    return JSON.parse(storage().getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Writes JSON; undefined deletes the entry. Returns false when storage is blocked or full. */
export function writeStored(storage: () => Storage, name: string, value: unknown): boolean {
  try {
    if (value === undefined) storage().removeItem(name);
    else storage().setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export const thisTab = (): Storage => sessionStorage;
export const thisDevice = (): Storage => localStorage;
