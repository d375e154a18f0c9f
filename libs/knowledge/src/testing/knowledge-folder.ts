import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FolderRecord {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** A temporary folder for one test with a few knowledge records and a place for the tables. Disposing removes it. */
export class KnowledgeFolder {
  private constructor(private readonly root: string) {}

  static async create(domain: readonly FolderRecord[] = DOMAIN, corpus: readonly FolderRecord[] = CORPUS) {
    const folder = new KnowledgeFolder(await mkdtemp(join(tmpdir(), 'knowledge-')));
    await folder.write('domain', 'dream', domain);
    await folder.write('corpus', 'coping', corpus);
    return folder;
  }

  get config() {
    return { knowledgeDir: join(this.root, 'knowledge'), dataDir: this.root, lancedbUri: join(this.root, 'lancedb') };
  }

  async write(folder: 'domain' | 'corpus', topic: string, records: readonly FolderRecord[]): Promise<void> {
    const path = join(this.config.knowledgeDir, folder);
    await mkdir(path, { recursive: true });
    await writeFile(
      join(path, `${topic}.jsonl`),
      records.map((record) => JSON.stringify(packRecord(record))).join('\n'),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}

/** Returns a record with all required fields; the given fields override the defaults. */
export function packRecord(given: FolderRecord): FolderRecord {
  const slug = given.id.split(':').at(-1) ?? given.id;
  return {
    kind: 'dream_symbol',
    title_ko: slug,
    title_en: slug,
    text_ko: `${slug} 이야기입니다.`,
    text_en: `About ${slug}.`,
    tags: ['theme:change'],
    source: 'own text',
    ...given,
  };
}

const DOMAIN: readonly FolderRecord[] = [
  {
    id: 'dream:snake',
    title_ko: '뱀',
    title_en: 'Snake',
    aliases_ko: ['뱀', '구렁이'],
    aliases_en: ['snake', 'serpent'],
    text_ko: '뱀은 허물을 벗는 동물입니다.',
    text_en: 'A snake leaves its old skin behind.',
    contexts: [{ ko: '뱀에게 쫓기는 꿈은 피해 온 문제입니다.', en: 'Being chased by a snake is a problem avoided.' }],
    folk_ko: '구렁이 꿈은 태몽입니다.',
    folk_en: 'A great serpent is a conception dream.',
    psyche_ko: '뱀은 본능의 힘입니다.',
    psyche_en: 'The snake is the force of instinct.',
  },
  {
    id: 'dream:house',
    title_ko: '집',
    title_en: 'House',
    text_ko: '집은 나 자신을 담는 그릇입니다.',
    text_en: 'A house holds the self.',
  },
  {
    id: 'tarot:the-fool',
    kind: 'tarot_card',
    domain: 'tarot',
    title_ko: '바보',
    title_en: 'The Fool',
    text_ko: '절벽 끝에 선 젊은이입니다.',
    text_en: 'A young traveller at the edge of a cliff.',
    upright_ko: '가볍게 시작하기 좋은 때입니다.',
    upright_en: 'A good time to begin lightly.',
    reversed_ko: '들뜬 마음을 살펴볼 때입니다.',
    reversed_en: 'Check whether excitement skipped something.',
  },
];

const CORPUS: readonly FolderRecord[] = [
  {
    id: 'corpus:coping-fear',
    kind: 'passage',
    domain: 'general',
    title_ko: '두려움에 이름 붙이기',
    title_en: 'Giving fear a name',
    text_ko: '이름 없는 두려움은 방을 채웁니다.',
    text_en: 'A nameless fear fills the whole room.',
  },
  {
    id: 'corpus:dream-journal',
    kind: 'passage',
    domain: 'dream',
    title_ko: '꿈 일기',
    title_en: 'A dream journal',
    text_ko: '꿈을 적으면 되풀이되는 장면이 보입니다.',
    text_en: 'Writing dreams down shows the scenes that return.',
  },
];
