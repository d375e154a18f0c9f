import { describe, expect, it } from '@jest/globals';
import type { LoadedFile } from '../document.js';
import { loadCsv } from './csv.loader.js';

const file = (text: string) => ({ name: 'notes', text });
const textOf = ({ documents }: LoadedFile): string =>
  documents.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n');

describe('loadCsv keeps', () => {
  it('a semicolon-separated table whose column names hold commas', () => {
    const table =
      'id;제목 (10자 이하, 필수);글 (설명, 필수, 공백 없이);비고 (선택, 쉼표, 자유)\n1;고래;큰 기회;없음\n2;나비;변화;없음\n';
    const { documents } = loadCsv(file(table));
    expect(documents.map(({ id }) => id)).toEqual(['1', '2']);
    expect(documents[0]?.blocks[0]?.text).toBe(
      '제목 (10자 이하, 필수): 고래\n글 (설명, 필수, 공백 없이): 큰 기회\n비고 (선택, 쉼표, 자유): 없음',
    );
  });

  it('a separator that Excel declares, and bars', () => {
    const declared = loadCsv(file('sep=;\nid;text\n1;a, b, c\n2\n'));
    expect(declared.documents.map(({ blocks }) => blocks[0]?.text)).toEqual(['a, b, c']);
    expect(declared.refused).toEqual(['line 4: has no text']);
    expect(textOf(loadCsv(file('id|text\n1|뱀, 용\n')))).toBe('뱀, 용');
  });

  it('inch marks within cells', () => {
    const { documents, refused } = loadCsv(
      file('id,text\n1,화면은 16" 크기\n2,둘째 줄\n3,12" 판\n4,"넷째 ""따옴표"" 안"\n'),
    );
    expect(documents.map(({ blocks }) => blocks[0]?.text)).toEqual([
      '화면은 16" 크기',
      '둘째 줄',
      '12" 판',
      '넷째 "따옴표" 안',
    ]);
    expect(refused).toEqual([]);
  });

  it('quotation marks at the beginning of several cells, and within quoted lines', () => {
    const texts = (rows: string) => {
      const { documents, refused } = loadCsv(file(`id,text\n${rows}`));
      expect(refused).toEqual([]);
      return documents.map(({ blocks }) => blocks[0]?.text);
    };
    expect(texts('1,"12 인치 판\n2,둘째\n3,"9 인치 판\n')).toEqual(['"12 인치 판', '둘째', '"9 인치 판']);
    expect(texts('1,"용" 꿈과 "뱀" 꿈\n2, "셋, 넷" \n')).toEqual(['"용" 꿈과 "뱀" 꿈', '셋, 넷']);
    expect(texts('1,"첫 줄\n""둘째"" 줄, 끝"\n2,둘\n')).toEqual(['첫 줄\n"둘째" 줄, 끝', '둘']);
    expect(texts('1,"말한 \\"꿈\\" 이야기"\n2,둘\n')).toEqual(['"말한 \\"꿈\\" 이야기"', '둘']);
  });

  it('columns of the same name, and a column without a name', () => {
    expect(textOf(loadCsv(file('질문,답,답,\n무엇,뱀,용,끝\n')))).toBe('질문: 무엇\n답: 뱀\n답: 용\n끝');
    expect(textOf(loadCsv(file('id,text,text\n1,뱀,용\n')))).toBe('뱀\n용');
  });

  it('semicolons where every line also has as many commas', () => {
    const { documents } = loadCsv(file('이름;값 (원, 세전)\n뱀;1,5\n용;2,5\n'));
    expect(documents.map(({ blocks }) => blocks[0]?.text)).toEqual([
      '이름: 뱀\n값 (원, 세전): 1,5',
      '이름: 용\n값 (원, 세전): 2,5',
    ]);
    expect(textOf(loadCsv(file('이름;설명 (짧게, 쉽게)\n뱀;변화, 재생, 지혜\n')))).toBe(
      '이름: 뱀\n설명 (짧게, 쉽게): 변화, 재생, 지혜',
    );
    expect(textOf(loadCsv(file('이름\t설명, 뜻\n뱀\t변화, 재생\n')))).toBe('이름: 뱀\n설명, 뜻: 변화, 재생');
  });

  it('a table with one column, short rows, and a quotation mark that is never closed', () => {
    const texts = (table: string) => loadCsv(file(table)).documents.map(({ blocks }) => blocks[0]?.text);
    expect(texts('text\n뱀, 용; 고래\n물\n')).toEqual(['뱀, 용; 고래', '물']);
    expect(texts('a,b,c\n1,뱀\n2,용,셋\n')).toEqual(['a: 1\nb: 뱀', 'a: 2\nb: 용\nc: 셋']);
    expect(texts('id,text\n1,"뱀\n2,용\n3,고래\n')).toEqual(['"뱀', '용', '고래']);
  });
});
