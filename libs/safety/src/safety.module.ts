import { Module } from '@nestjs/common';
import { type RagConfig, ragConfig } from '@app/config';
import { ReadingMetrics } from '@app/metrics';
import { AttackCounter } from './attack-counter.js';
import { CrisisGate } from './crisis-gate.js';
import { crisisPhrases } from './crisis-phrases.js';
import { helpLines } from './help-lines.js';
import { readSafetyData } from './read-safety-data.js';

@Module({
  providers: [
    AttackCounter,
    {
      provide: CrisisGate,
      useFactory: ({ knowledgeDir }: RagConfig, metrics: ReadingMetrics) =>
        new CrisisGate(
          readSafetyData(knowledgeDir, 'crisis-phrases.json', crisisPhrases),
          readSafetyData(knowledgeDir, 'help-lines.json', helpLines),
          metrics,
        ),
      inject: [ragConfig.KEY, ReadingMetrics],
    },
  ],
  exports: [AttackCounter, CrisisGate],
})
export class SafetyModule {}
