/**
 * Word stems by scene, so that a sentence about being chased matches a dream in which something "came after me". Both
 * languages share a pattern because users mix them.
 */
export const SCENE_WORDS: Readonly<Record<string, RegExp>> = {
  chase:
    /쫓|뒤쫓|추격|따라오|따라왔|뒤따르|도망|달아나|달아났|\b(?:chas|pursu|follow(?:s|ed|ing)? me|came after|ran after|ran away|run away|running away|fle(?:e|d))/iu,
  enter:
    /들어오|들어와|들어왔|들어온|들어가|들어갔|들이닥|\b(?:enter|c[ao]m(?:e|es|ing) (?:in|into)|went (?:in|into)|get(?:s|ting)? in|got in|break(?:s|ing)? in|broke in)/iu,
  bite: /물리|물렸|물려|깨물|물었|\b(?:bit|bite|bites|biting|bitten)\b/iu,
  kill: /죽이|죽였|죽여|잡아 ?죽|\bkill/iu,
  die: /죽는|죽었|죽어|죽은|돌아가시|돌아가셨|숨지|\b(?:die[sd]?|dying|dead|death)\b/iu,
  fall: /떨어지|떨어졌|떨어져|추락|넘어지|넘어졌|빠지|빠졌|\b(?:fall|fell|fallen|drop)/iu,
  break: /부서|깨지|깨졌|깨진|무너|금이 가|\b(?:break|broke|shatter|collaps|crack|crumbl)/iu,
  lose: /잃어|잃었|잃는|사라지|사라졌|사라진|\b(?:los(?:e|es|ing|t)|vanish|disappear|missing)\b/iu,
  find: /발견|줍(?!니)|주웠|주운|찾았|찾아낸|\b(?:found|discover|pick(?:s|ed|ing)? up)/iu,
  search: /찾는|찾아다|찾지 못|찾을 수 없|\b(?:search|look(?:s|ed|ing)? for|(?:not|couldn['’]t) find)/iu,
  give: /건네|선물|주었|줬|베풀|\b(?:give|gave|giving|given|hand(?:s|ed|ing)? (?:me|you|over)|offer)/iu,
  receive: /받는|받았|받아|얻는|얻었|\b(?:receiv|get(?:s|ting)? a|got a|given to)/iu,
  eat: /먹는|먹었|먹고|먹어|먹다|삼키|삼켰|\b(?:eat|ate|swallow)/iu,
  fight: /싸우|싸웠|싸움|다투|다퉜|공격|덤비|\b(?:fight|fought|attack|quarrel|argu)/iu,
  talk: /말을 걸|말하|이야기하|대화|\b(?:talk|speak|spoke|said|told|conversation)/iu,
  hug: /껴안|안기|안겨|품에|안아|\b(?:hug|embrac|cuddl|in (?:my|your|the) arms)/iu,
  friend: /(?<!남자|여자)친구|친해|화해|길들|\b(?:friend|befriend|reconcil|tame|gentle|gentler)/iu,
  fly: /날아|하늘을 나|날았|날개|\b(?:fly|flies|flew|flying|flown)\b/iu,
  climb: /오르|올라|\b(?:climb|ascend|went up|going up)/iu,
  swim: /헤엄|수영|\bsw[ai]m/iu,
  drown: /익사|물에 빠|가라앉|\b(?:drown|sink|sank|under ?water)/iu,
  burn: /불타|불이 나|불이 났|타오르|활활|\b(?:burn|on fire|flame|blaz)/iu,
  clean: /맑은|맑고|맑았|깨끗|\b(?:clear|clean|pure)\b/iu,
  dirty: /흐린|흐렸|더러|탁한|탁했|흙탕|\b(?:dirty|muddy|murky|filthy|cloudy)\b/iu,
  bright: /밝은|밝았|환한|환했|빛나|눈부|\b(?:bright|shin(?:e|ing)|glow|radiant|lit)\b/iu,
  dark: /어두|캄캄|깜깜|\b(?:dark|gloom|unlit)/iu,
  big: /큰 |커다|거대|\b(?:big|huge|large|giant|great|enormous)\b/iu,
  many: /많은|많이|여러|떼로|무리|가득|\b(?:many|lots of|swarm|crowd|full of|several)\b/iu,
  alone: /혼자|홀로|\b(?:alone|by myself|on (?:my|your) own|lonely)\b/iu,
  lost: /길을 잃|헤매|헤맸|\b(?:lost|maze|wander)/iu,
  late: /늦|지각|놓치|놓쳤|\b(?:late|miss(?:ed|ing)?)\b/iu,
  fear: /무서|무섭|두려|두렵|겁|공포|\b(?:afraid|scar(?:ed|y)|fear|frighten|terrif)/iu,
  joy: /기쁘|기뻤|기쁨|행복|즐거|반가|\b(?:joy|happy|happi|glad|delight)/iu,
  sad: /슬프|슬펐|슬픔|울었|우는|눈물|\b(?:sad|cry|cried|tears|weep|wept|grief)/iu,
  anger: /화가|화났|화를|분노|성난|\b(?:anger|angry|furious|rage)/iu,
  calm: /편안|평온|고요|잔잔|\b(?:calm|peace|quiet|serene)/iu,
  home: /(?<![가-힣])(?:우리 ?)?집(?:[은이을에으의도 ]|안|밖)|\b(?:house|home)\b/iu,
  child: /어릴|어린|아이|아기|\b(?:child|baby|grew up|infant)/iu,
  old: /옛|오래된|낡은|\b(?:old|former|past)\b/iu,
  new: /새로|낯선|처음 보는|\b(?:new|unknown|unfamiliar)\b/iu,
  work: /직장|회사|일터|이직|취업|업무|승진|\b(?:work|job|career|office|boss|promotion|colleague)/iu,
  love: /사랑|연애|연인|애인|남자친구|여자친구|남친|여친|짝사랑|\b(?:love|lover|dating|boyfriend|girlfriend|crush|romance)/iu,
  marry: /결혼|혼인|배우자|\b(?:marr|wedding|spouse|husband|wife)/iu,
  part: /헤어|이별|떠나|떠났|\b(?:break(?:s|ing)? up|broke up|parted|parting|leaving me|left me)\b/iu,
  money: /(?<![가-힣])돈(?:[은이을에으의도 ])|재물|재산|재정|빚|투자|\b(?:money|wealth|debt|invest|financ|salary)/iu,
  study: /시험|공부|합격|학교|배우|\b(?:exam|study|learn|school|test)\b/iu,
  health: /건강|병원|아프|몸이|\b(?:health|ill|sick|body|hospital)\b/iu,
  family: /가족|부모|어머니|아버지|엄마|아빠|형제|\b(?:family|parent|mother|father|sibling)/iu,
  choose: /결정|선택|고르|고민|망설|\b(?:decid|decision|choos|choice|hesitat)/iu,
  begin: /시작|출발|첫걸음|\b(?:begin|start|first step|set out)/iu,
  wait: /기다|때를|서두르|\b(?:wait|patien|hurry|rush)/iu,
};

const ALL: ReadonlySet<string> = new Set(Object.keys(SCENE_WORDS));

/** The scenes a text mentions, restricted to `among`. */
export const scenesOf = (text: string, among: ReadonlySet<string> = ALL): ReadonlySet<string> =>
  new Set([...among].filter((scene) => SCENE_WORDS[scene]?.test(text)));
