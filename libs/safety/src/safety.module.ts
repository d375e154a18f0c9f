import { Module } from '@nestjs/common';
import { type RagConfig, ragConfig } from '@app/config';
import { ReadingMetrics } from '@app/metrics';
import { AttackCounter } from './attack-counter.js';
import { careData } from './care-data.js';
import { CareGate } from './care-gate.js';
import { CrisisGate } from './crisis-gate.js';
import { crisisPhrases } from './crisis-phrases.js';
import { helpLines } from './help-lines.js';
import { readSafetyData } from './read-safety-data.js';

@Module({
  providers: [
    AttackCounter,
    {
      provide: CareGate,
      useFactory: ({ knowledgeDir }: RagConfig) => new CareGate(readSafetyData(knowledgeDir, 'care.json', careData)),
      inject: [ragConfig.KEY],
    },
    {
      provide: CrisisGate,
      useFactory: ({ knowledgeDir }: RagConfig, metrics: ReadingMetrics, care: CareGate) =>
        new CrisisGate(
          readSafetyData(knowledgeDir, 'crisis-phrases.json', crisisPhrases),
          readSafetyData(knowledgeDir, 'help-lines.json', helpLines),
          metrics,
          care,
        ),
      inject: [ragConfig.KEY, ReadingMetrics, CareGate],
    },
  ],
  exports: [AttackCounter, CareGate, CrisisGate],
})
export class SafetyModule {}
