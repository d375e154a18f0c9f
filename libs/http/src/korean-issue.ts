/** The parts of a Zod issue that Korean messages use. */
export interface Issue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly origin?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly values?: readonly unknown[] | undefined;
}

const UNITS: Readonly<Record<string, string>> = { string: '자', array: '개' };
const EMPTY = '비어 있으면 안 됩니다.';
const INVALID = '값이 맞지 않습니다.';

/** Messages of the inputs' own checks. */
const CUSTOM: Readonly<Record<string, string>> = {
  'must not be empty': EMPTY,
  'must have at least one message': '메시지가 하나는 있어야 합니다.',
  'must have a message of the user': '사용자의 메시지가 있어야 합니다.',
  'must have at least one card': '카드가 한 장은 있어야 합니다.',
  'must have six lines': '효는 여섯이어야 합니다.',
  'must have at most six lines': '효는 여섯까지입니다.',
  'must be 6, 7, 8 or 9': '6, 7, 8, 9 가운데 하나여야 합니다.',
  'must be absent when lines are given': '효를 주면 비워야 합니다.',
  'must be such as 2026-12-01 09:05': '2026-12-01 09:05처럼 적어 주세요.',
  'must be an IANA name such as Asia/Seoul': 'Asia/Seoul 같은 이름이어야 합니다.',
};

/** The message of a Zod issue in Korean. Zod's own Korean messages need the rejected value, which issues lack. */
export function koreanIssue({ code, message, origin = '', minimum, maximum, values = [] }: Issue): string {
  if (CUSTOM[message] !== undefined) return CUSTOM[message];
  const unit = UNITS[origin] ?? '';
  switch (code) {
    case 'invalid_type':
      return '빠졌거나 형식이 맞지 않습니다.';
    case 'too_big':
      return `최대 ${maximum}${unit}까지입니다.`;
    case 'too_small':
      return unit !== '' && Number(minimum) === 1 ? EMPTY : `최소 ${minimum}${unit}이어야 합니다.`;
    case 'invalid_value':
      return `다음 가운데 하나여야 합니다: ${values.join(', ')}`;
    case 'unrecognized_keys':
      return '알 수 없는 항목입니다.';
    default:
      return INVALID;
  }
}
