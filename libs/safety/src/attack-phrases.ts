/** Prompt-injection phrases by family; case-insensitive. */
export const ATTACK_PHRASES = {
  override: [
    /\b(?:ignore|disregard|forget|override|bypass)\b.{0,30}\b(?:previous|prior|above|earlier|all|your|the)\b.{0,20}\b(?:instructions?|prompts?|rules?|guidelines?|directions?)/i,
    /(?:이전|앞선|위의?|지금까지의?|모든|기존)\s*.{0,10}(?:지시|명령|규칙|프롬프트|설정).{0,10}(?:무시|잊|취소|버려)/,
    /new (?:system )?instructions?\s*:/i,
  ],
  role: [
    /\byou are (?:now|no longer)\b|\bfrom now on,? you(?: are|'re|r)?\b|\bact as (?:an?|the) (?:unrestricted|unfiltered|evil|different|system)/i,
    /\bpretend (?:to be|you are|you're)\b/i,
    /(?:너는?|당신은)\s*(?:이제|지금)부터|(?:역할극|역할)을?\s*(?:바꿔|시작)/,
  ],
  leak: [
    /\b(?:reveal|show|print|repeat|output|leak|tell me|what (?:is|are|were))\b.{0,40}\b(?:system prompt|hidden prompt|initial prompt|your (?:instructions|prompt|rules)|text above|words above)/i,
    /(?:시스템\s*프롬프트|숨겨진\s*(?:지시|프롬프트)|너의\s*(?:지시|프롬프트)).{0,20}(?:알려|보여|출력|말해|공개|반복)/,
  ],
  delimiter: [
    /<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)\|?>?|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|instructions?|documents?)>/i,
    /^\s*(?:###\s*)?(?:system|assistant|developer)\s*:/im,
  ],
  jailbreak: [
    /\b(?:DAN|do anything now|jailbreak(?:ed|ing)?|developer mode|god mode|no restrictions|without (?:any )?(?:filters?|restrictions?))\b/i,
    /탈옥\s*모드|개발자\s*모드|제한\s*(?:없이|해제)/,
  ],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

export type AttackFamily = keyof typeof ATTACK_PHRASES;
