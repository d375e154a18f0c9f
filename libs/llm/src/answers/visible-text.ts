import { opensLikeReasoning } from './reasoning-openings.js';

/* eslint-disable no-control-regex -- control characters are what this file removes */
const NAMES = 'think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad|inner_monologue';
const OPEN = String.raw`<(?:seed:)?(?:${NAMES})(?:\s[^<>]{0,40})?>|\[THINK\]|◁think▷|<\|begin_of_thought\|>|<\|channel\|?>(?:analysis|commentary|thought)`;
const CLOSE = String.raw`</(?:seed:)?(?:${NAMES})\s*>|\[/THINK\]|◁/think▷|<\|end_of_thought\|>|<channel\|>`;
/** Harmony's channel for the reader: ends all reasoning before it. */
const FINAL = String.raw`<\|channel\|>final`;
const SPECIAL_TOKEN = String.raw`<\|(?:start|im_start)\|>(?:assistant)?|<\|[a-z_]{1,24}\|>|</?s>`;
// The ESC sequences of terminals: CSI, OSC and two-character ones.
const ESCAPE = String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\^_=>]`;
const MARK = new RegExp(`(?<open>${OPEN})|(?<final>${FINAL})|(?<close>${CLOSE})|${SPECIAL_TOKEN}|${ESCAPE}`, 'gi');
/** The beginning of a mark at the end of a text, or half a surrogate pair. */
const PARTIAL =
  /(?:<(?:\/?[a-z_:]{0,20}\s{0,4}|\|?[a-z_]{0,24}\|?|\|(?:channel|start|im_start)\|?>[a-z]{0,10}|[a-z:]{1,16}\s[^<>]{0,40})|\[\/?T?H?I?N?K?|◁\/?[a-z]{0,5}|\u001b(?:\[[0-?]*[ -/]*|\][^\u0007\u001b]{0,256}\u001b?)?|\u009b[0-?]*[ -/]*|[\ud800-\udbff])$/i;
/** Partial marks that are dropped when the whole text ends in them. */
const PARTIAL_TAG = /^(?:<\/?(?:th|reas|refl|anal|scra|inn|seed)|<\||\u001b|\u009b|[\ud800-\udbff])/i;
/** A mark that only the word after it can lengthen. */
const COMPLETE = /^<\|(?:channel|start|im_start)\|?>/i;
/** Control characters except tab, line feed and NEL, and the characters that reverse the direction of writing. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069]/;
const CONTROLS = new RegExp(CONTROL.source, 'g');
/** White space and characters that show nothing; an answer of these alone is empty. */
const LEADING_BLANK = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+/u;
const SUSPICIOUS = new RegExp(`[<[◁]|${CONTROL.source}|[\ud800-\udbff]$`);
/** gpt-oss without its special tokens: `analysis … assistantfinal …`. */
const BARE_ANALYSIS = 'analysis';
const BARE_FINAL = /assistant\s?final/;
/* eslint-enable no-control-regex */

export interface VisibleTextOptions {
  /** The prompt template opens the reasoning itself: the answer begins inside it and only closes it. */
  readonly startsHidden?: boolean;
  /** Nothing is known of the model: an answer that opens like reasoning is hidden until its closing tag or its end. */
  readonly suspectsOpening?: boolean;
  /** A closing tag without an opening one was found. */
  readonly onLoneClose?: () => void;
  /** Hiding from the start was wrong: nothing closed the reasoning of a whole answer. */
  readonly onNoReasoning?: () => void;
}

/**
 * Takes reasoning, special tokens, control characters and terminal escapes out of an answer's text, however it is split.
 * Leading blank space is dropped. What might be the beginning of a mark is held back until the next text decides.
 */
export class VisibleText {
  /** Characters of reasoning so far. */
  hiddenCharacters = 0;
  /** Text that turned out to be reasoning had been shown already. */
  leaked = false;
  #depth = 0;
  /** Hidden without having seen an opening tag: kept, and shown in the end if nothing closes it. */
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

  /** Reasoning came in a field of its own: the text is the answer. */
  reasoningIsSeparate(): void {
    if (this.#assumed === '') this.#assumed = undefined;
    this.#suspicious = false;
  }

  /** The answer has ended. @param whole whether the model said that it was finished. */
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

  /** @returns false while the text is too short to tell; it is held back meanwhile. */
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

  /** @returns false when nothing was open: what stands before it was reasoning too. */
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

  /** Holds back what may be the beginning of a mark; at the end of the text it is dropped, or shown. */
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

  /** Whether the text begins, or may still begin, with the bare word `analysis`. */
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
    // The mark itself may be split.
    const keep = last ? 0 : Math.min(input.length, 'assistant final'.length);
    this.#tail = input.slice(input.length - keep);
    this.hiddenCharacters += input.length - keep;
    return '';
  }
}
