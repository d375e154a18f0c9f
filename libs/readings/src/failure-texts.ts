/** Why a section has no text or only a part, in Korean, by the code of its failure. */
const KOREAN: Readonly<Record<string, string>> = {
  'llm.timeout': '정해진 시간 안에 쓰지 못했습니다.',
  'llm.rate_limited': '언어 모델에 요청이 몰려 쓰지 못했습니다.',
  'llm.unavailable': '언어 모델에 연결할 수 없습니다.',
  'llm.unauthorized': '언어 모델이 서버의 키를 받아들이지 않았습니다.',
  'llm.rejected': '언어 모델이 요청을 받아들이지 않았습니다.',
  'llm.invalid_response': '언어 모델의 응답을 읽을 수 없습니다.',
  'llm.incomplete': '글이 끝까지 쓰이지 못했습니다.',
  'llm.filtered': '내용 제한 때문에 쓰지 못했습니다.',
  'llm.refused': '언어 모델이 답을 사양했습니다.',
  'llm.empty': '언어 모델이 아무 글도 쓰지 않았습니다.',
  'llm.truncated': '글이 중간에 끊겼습니다.',
  'llm.failed': '이 부분은 쓰지 못했습니다.',
};

/** The message of a failed section in Korean; undefined for other codes. */
export const koreanFailure = (code: string): string | undefined => KOREAN[code];
