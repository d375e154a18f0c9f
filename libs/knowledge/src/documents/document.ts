/** A block of text below one heading, or without a heading. */
export interface DocumentBlock {
  /** Headings above the block, outermost first. */
  readonly headings: readonly string[];
  readonly text: string;
}

/** A loaded file, or one record of a file with many records. */
export interface LoadedDocument {
  /** Id of the record within its file; undefined when the whole file is one document. */
  readonly id?: string;
  /** True when the id comes from the record itself. Such a record keeps its identity when its content changes. */
  readonly named?: boolean;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
  /** Number of letters and digits in the readable text, without markup; undefined where they cannot be counted. */
  readonly letters?: number | undefined;
}

/** The readable documents of a file. */
export interface LoadedFile {
  readonly documents: readonly LoadedDocument[];
  /** One sentence for every invalid record, with its line number. */
  readonly refused: readonly string[];
  /** Remarks for the operator, each a predicate such as `was read as CP949`. */
  readonly notes?: readonly string[];
}

export interface FileToLoad {
  /** File name without its folder. It becomes the title when the content has none. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A text file in NFC; lines end in `\n`. */
export interface TextToLoad extends Pick<FileToLoad, 'name'> {
  readonly text: string;
}

/** @param letters see `LoadedDocument` */
export const oneDocument = (title: string, blocks: readonly DocumentBlock[], letters?: number): LoadedFile => ({
  documents: [{ title, blocks, letters }],
  refused: [],
});
