import { Injectable, type OnModuleInit } from '@nestjs/common';
import { loadTokenizer } from './count-tokens.js';
import { InjectSectionWriter, type SectionWriter } from '../section-writer.js';

/** Loads the tokenizer before the server listens, unless the offline composer writes the sections. */
@Injectable()
export class PromptWarmup implements OnModuleInit {
  constructor(@InjectSectionWriter() private readonly writer: SectionWriter) {}

  onModuleInit(): void {
    if (this.writer.engine !== 'offline') loadTokenizer();
  }
}
