import { opensLikeReasoning } from './reasoning-openings.js';

/* eslint-disable no-control-regex -- control characters are what this file removes */
const NAMES = 'think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad|inner_monologue';
/** A namespace, as in `<seed:think>`. */
const NAMESPACE = '(?:[a-z]{1,12}:)?';
const OPEN = String.raw`<${NAMESPACE}(?:${NAMES})(?:\s[^<>/]{0,40})?>|\[THINK\]|◁think▷|<\|(?:start_|begin_of_)?(?:${NAMES})\|>|<\|channel\|?>(?:analysis|commentary|thought)`;
const CLOSE = String.raw`</${NAMESPACE}(?:${NAMES})\s*>|\[/THINK\]|◁/think▷|<\|(?:end_|end_of_|/)(?:${NAMES})\|>|<channel\|>`;
/** Start of the answer in formats with channels: ends all reasoning before it. */
const FINAL = String.raw`<\|channel\|>final|<\|content\|>`;
const SPECIAL_TOKEN = String.raw`<\|(?:start|im_start|begin)\|>(?:assistant)?|<\|[a-z_]{1,24}\|>|</?s>`;
/** Tags around an answer, and tags of reasoning without content. */
const WRAPPER = String.raw`</?(?:answer|response|final_answer)>|<${NAMESPACE}(?:${NAMES})\s?/>`;
// Escape sequences of terminals: CSI, OSC and two-character ones.
const ESCAPE = String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\^_=>]`;
const MARK = new RegExp(
  `(?<open>${OPEN})|(?<final>${FINAL})|(?<close>${CLOSE})|${SPECIAL_TOKEN}|${WRAPPER}|${ESCAPE}`,
  'gi',
);
/** An incomplete mark (tag, special token or escape sequence) at the end of a text, or half a surrogate pair. */
const PARTIAL =
  /(?:<(?:\/?[a-z_:]{0,24}(?:\s{0,4}|\s?\/)|\|?\/?[a-z_]{0,24}\|?|\|(?:channel|start|im_start|begin)\|?>[a-z]{0,10}|[a-z:]{1,16}\s[^<>]{0,40})|\[\/?T?H?I?N?K?|◁\/?[a-z]{0,5}|\u001b(?:\[[0-?]*[ -/]*|\][^\u0007\u001b]{0,256}\u001b?)?|\u009b[0-?]*[ -/]*|[\ud800-\udbff])$/i;
/** Incomplete marks that are dropped when the answer ends with one. */
const PARTIAL_TAG = /^(?:<\/?(?:[a-z]{1,12}:)?(?:th|reas|refl|anal|scra|inn)|<\||\u001b|\u009b|[\ud800-\udbff])/i;
/** Marks that are complete even when the channel or role name after them is missing. */
const COMPLETE = /^<\|(?:channel|start|im_start|begin)\|?>/i;
/** Control characters except tab, line feed and NEL (U+0085), and the bidirectional control characters. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/;
const CONTROLS = new RegExp(CONTROL.source, 'g');
/** Leading white space and invisible characters. An answer of only these counts as empty. */
const LEADING_BLANK = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+/u;
const SUSPICIOUS = new RegExp(`[<[◁]|${CONTROL.source}|[\ud800-\udbff]$`);
/** Output of gpt-oss when the server strips its special tokens: `analysis … assistantfinal …`. */
const BARE_ANALYSIS = 'analysis';
const BARE_FINAL = /assistant\s?final/;
/* eslint-enable no-control-regex */

export interface VisibleTextOptions {
  /**
   * The model's prompt template contains the opening tag: answers begin with reasoning and have only the closing tag.
   */
  readonly startsHidden?: boolean;
  /** The model is unknown: an answer that begins like reasoning is hidden until its closing tag or its end. */
  readonly suspectsOpening?: boolean;
  /** Called when a closing tag without an opening tag was found. */
  readonly onLoneClose?: () => void;
  /** Called when a complete answer was hidden from its start but contained no closing tag. */
  readonly onNoReasoning?: () => void;
}

/**
 * Removes reasoning, special tokens, control characters and terminal escapes from an answer, however its text is split.
 * Drops leading white space. Holds back a possible beginning of a mark until the next text arrives.
 */
export class VisibleText {
  /** Characters of reasoning so far. */
  hiddenCharacters = 0;
  /** True when text that was already shown turned out to be reasoning. */
  leaked = false;
  #depth = 0;
  /** Text hidden without an opening tag, shown at the end if no closing tag follows; undefined when there is none. */
  #assumed: string | undefined;
  #suspicious: boolean;
  #bareAnalysis = false;
  #tail = '';
  #shown = false;

  constructor(private readonly options: VisibleTextOptions = {}) {
    this.#assumed = options.startsHidden ? '' : undefined;
    this.#suspicious = options.suspectsOpening === true && !options.startsHidden;
  }

  get shown(): boolean {
    return this.#shown;
  }

  push(text: string): string {
    const plain = this.#shown && this.#depth === 0 && this.#tail === '' && !this.#bareAnalysis;
    if (plain && !SUSPICIOUS.test(text)) return text;
    return this.#read(this.#tail + text, false);
  }

  /** Reasoning arrived in a separate field: no longer assume that the text begins with reasoning. */
  reasoningIsSeparate(): void {
    if (this.#assumed === '') this.#assumed = undefined;
    this.#suspicious = false;
  }

  /** Handles the end of the answer. @param whole whether the model finished normally */
  end(whole: boolean): string {
    const rest = this.#read(this.#tail, true);
    if (this.#assumed === undefined || !whole) return rest;
    const held = this.#assumed;
    this.#assumed = undefined;
    this.hiddenCharacters -= held.length;
    this.options.onNoReasoning?.();
    return this.#show(held);
  }

  #read(input: string, last: boolean): string {
    this.#tail = '';
    if (this.#suspicious && !this.#decideOpening(input, last)) return '';
    if (this.#isBareAnalysis(input)) return this.#bare(input, last);
    if (this.#tail !== '' && !last) return '';
    const text = this.#withoutPartial(input, last);
    let out = '';
    let at = 0;
    MARK.lastIndex = 0;
    for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
      out += this.#take(text.slice(at, match.index));
      at = MARK.lastIndex;
      const { open, close, final } = match.groups ?? {};
      if (open) this.#open();
      else if (final) this.#finalChannel();
      else if (close && !this.#close()) out = this.#hide(out);
    }
    return this.#show(out + this.#take(text.slice(at)));
  }

  /**
   * Decides whether the answer begins like reasoning.
   * @returns false while the text is too short; it is then held back
   */
  #decideOpening(input: string, last: boolean): boolean {
    const opens = input.trim() === '' ? undefined : opensLikeReasoning(input);
    if (opens === undefined && !last) {
      this.#tail = input;
      return false;
    }
    this.#suspicious = false;
    if (opens) this.#assumed = '';
    return true;
  }

  #take(text: string): string {
    if (this.#assumed !== undefined) {
      this.#assumed += text;
      this.hiddenCharacters += text.length;
      return '';
    }
    return this.#depth === 0 ? text : this.#hide(text);
  }

  #hide(text: string): '' {
    this.hiddenCharacters += text.length;
    return '';
  }

  #open(): void {
    this.#assumed = undefined;
    this.#depth++;
  }

  #finalChannel(): void {
    this.#assumed = undefined;
    this.#depth = 0;
  }

  /** @returns false when no reasoning was open: the text before the closing tag was reasoning, too */
  #close(): boolean {
    if (this.#assumed !== undefined) {
      this.#assumed = undefined;
      return true;
    }
    if (this.#depth > 0) {
      this.#depth--;
      return true;
    }
    this.leaked ||= this.#shown;
    this.options.onLoneClose?.();
    return false;
  }

  /**
   * Cuts off an incomplete mark at the end of the text. Until the answer ends it is held back, then dropped or shown.
   */
  #withoutPartial(text: string, last: boolean): string {
    const found = PARTIAL.exec(text);
    if (!found) return text;
    if (!last) this.#tail = found[0];
    else if (!PARTIAL_TAG.test(found[0]) || COMPLETE.test(found[0])) return text;
    return text.slice(0, found.index);
  }

  #show(text: string): string {
    const clean = CONTROL.test(text) ? text.replace(CONTROLS, '') : text;
    const visible = this.#shown ? clean : clean.replace(LEADING_BLANK, '');
    this.#shown ||= visible !== '';
    return visible;
  }

  /** Whether the text begins with the bare word `analysis`. Holds the text back while it is a prefix of that word. */
  #isBareAnalysis(input: string): boolean {
    if (this.#bareAnalysis) return true;
    if (this.#shown || this.#depth > 0 || this.#assumed !== undefined || this.hiddenCharacters > 0) return false;
    const start = input.trimStart();
    if (/^analysis[A-Z\s]/.test(start)) return true;
    if (start !== '' && BARE_ANALYSIS.startsWith(start)) this.#tail = input;
    return false;
  }

  #bare(input: string, last: boolean): string {
    this.#bareAnalysis = true;
    const final = BARE_FINAL.exec(input);
    if (final) {
      this.#bareAnalysis = false;
      this.hiddenCharacters += final.index;
      return this.#read(input.slice(final.index + final[0].length), last);
    }
    // The marker itself may be split: keep the end of the text.
    const keep = last ? 0 : Math.min(input.length, 'assistant final'.length);
    this.#tail = input.slice(input.length - keep);
    this.hiddenCharacters += input.length - keep;
    return '';
  }
}
