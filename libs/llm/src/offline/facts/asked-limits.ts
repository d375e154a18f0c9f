const HEALTH =
  /병이|병은|질병|암(?:이|은|인가|에|을)(?![가-힣])|완치|나을까|낫나요|나을 수|수술|치료가|임신이 될|\b(?:illness|disease|cancer|cure[ds]?|heal(?:ed)?|recover|surgery|diagnos\w+|get pregnant)\b/i;
const MONEY =
  /주식|코인|로또|복권|투자|돈을? (?:벌|잃|딸)|대박|부자가 될|\b(?:stocks?|shares|crypto|bitcoin|lottery|invest\w*|make money|get rich|profit)\b/i;

/** Whether a question asks how an illness or a venture will turn out: slots that `LIMITS` waits for. */
export const askedLimits = (question: string): Readonly<Record<string, string>> => ({
  asksHealth: HEALTH.test(question) ? 'yes' : '',
  asksMoney: MONEY.test(question) ? 'yes' : '',
});
