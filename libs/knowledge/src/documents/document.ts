/** A block of text below one heading, or without a heading. */
export interface DocumentBlock {
  /** Headings it stands under, outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
}

/** A file, or one record of it, as loaded. */
export interface LoadedDocument {
  /** Which record of the file it is; undefined where the file is one document. */
  readonly id?: string;
  /** True when the record brought its own id, so that it may change and remain the same document. */
  readonly named?: boolean;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

/** The readable documents of a file. */
export interface LoadedFile {
  readonly documents: readonly LoadedDocument[];
  /** One sentence for every record that could not be, naming its line. */
  readonly refused: readonly string[];
  /** Letters and digits of the file's readable text, markup aside; undefined where they cannot be counted. */
  readonly letters?: number;
}

export interface FileToLoad {
  /** File name without its folder: the title where the content names none. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @param letters of the readable text, see `LoadedFile` */
export const oneDocument = (title: string, blocks: readonly DocumentBlock[], letters?: number): LoadedFile => ({
  documents: [{ title, blocks }],
  refused: [],
  ...(letters !== undefined && { letters }),
});
