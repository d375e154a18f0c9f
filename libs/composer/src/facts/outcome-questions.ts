const HEALTH =
  /(?<![가-힣])(?:병|암)(?:이|은|을|에)(?![가-힣])|질병|불치병|암인가|완치|(?:아픈|통증|허리|무릎|건강)[^.?!]{0,12}(?:나을|낫)|수술|치료가|임신이 될|\b(?:illness|disease|cancer|cured?|surgery|diagnos\w+|get pregnant)\b/i;
const MONEY =
  /주식|코인|로또|복권|(?<!시간을 |마음을 |시간 )투자|돈을? (?:벌|잃|딸)|대박|부자가 될|\b(?:stocks?|crypto|bitcoin|lottery|make money|get rich|profit)\b|\binvest\w*\b(?!.*\b(?:relationship|time)\b)/i;

/** Slots set when a question asks how an illness or an investment will turn out; read by `LIMITS`. */
export const outcomeQuestions = (question: string): Readonly<Record<string, string>> => ({
  asksHealth: HEALTH.test(question) ? 'yes' : '',
  asksMoney: MONEY.test(question) ? 'yes' : '',
});
