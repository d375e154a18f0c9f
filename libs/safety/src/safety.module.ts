import { Module } from '@nestjs/common';
import { type RagConfig, ragConfig } from '@app/config';
import { ReadingMetrics } from '@app/metrics';
import { AttackCounter } from './attack-counter.js';
import { careData } from './care-data.js';
import { CareGate } from './care-gate.js';
import { conceptData } from './concept-data.js';
import { CrisisGate } from './crisis-gate.js';
import { crisisPhrases } from './crisis-phrases.js';
import { helpLines } from './help-lines.js';
import { readSafetyData } from './read-safety-data.js';
import { TextReader } from './text-reader.js';

@Module({
  providers: [
    AttackCounter,
    {
      provide: TextReader,
      useFactory: ({ knowledgeDir }: RagConfig) =>
        new TextReader(readSafetyData(knowledgeDir, 'concepts.json', conceptData)),
      inject: [ragConfig.KEY],
    },
    {
      provide: CareGate,
      useFactory: ({ knowledgeDir }: RagConfig, reader: TextReader) =>
        new CareGate(readSafetyData(knowledgeDir, 'care.json', careData), reader),
      inject: [ragConfig.KEY, TextReader],
    },
    {
      provide: CrisisGate,
      useFactory: ({ knowledgeDir }: RagConfig, metrics: ReadingMetrics, care: CareGate, reader: TextReader) =>
        new CrisisGate(
          readSafetyData(knowledgeDir, 'crisis-phrases.json', crisisPhrases),
          readSafetyData(knowledgeDir, 'help-lines.json', helpLines),
          metrics,
          care,
          reader,
        ),
      inject: [ragConfig.KEY, ReadingMetrics, CareGate, TextReader],
    },
  ],
  exports: [AttackCounter, CareGate, CrisisGate],
})
export class SafetyModule {}
