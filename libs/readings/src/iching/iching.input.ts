import { CHANGING_RULES, LINE_VALUES, isTimezone } from '@app/divination';
import { z } from 'zod';
import { clientDocuments } from '../client-documents.js';
import { commonInput } from '../reading-input.js';

const lineNumber = z.number().int().min(1, 'lines count from 1').max(6, 'a hexagram has six lines');
const counted = z.number().int().min(1).max(1_000_000);

const shape = z.strictObject({
  question: z.string().max(4_000, 'must have at most 4 000 characters').optional().describe('What the cast is about'),
  lines: z
    .array(z.literal(LINE_VALUES, 'must be 6, 7, 8 or 9'))
    .length(6, 'must have six lines')
    .optional()
    .describe('Lines already cast, from the bottom: 6 old yin, 7 young yang, 8 young yin, 9 old yang'),
  hexagram: z
    .union([z.number().int(), z.string().min(1).max(100)])
    .optional()
    .describe('A hexagram already cast: number, symbol or name in Korean, Chinese, pinyin or English'),
  changing: z.array(lineNumber).max(6).optional().describe('Its changing lines, 1 at the bottom; none when absent'),
  resulting: z
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('Number of the resulting hexagram as another program gave it; derived from the lines when absent'),
  lineTexts: z
    .array(z.object({ line: z.int().min(1).max(6), text: z.string().min(1).max(4_000) }))
    .max(6)
    .optional()
    .describe('Texts of the changing lines that the person has been given'),
  method: z
    .enum(['coins', 'yarrow', 'plum-numbers', 'plum-time'])
    .default('coins')
    .describe('How the lines are cast when none are given; plum blossom (매화역수) by numbers or by the time `at`'),
  numbers: z.array(counted).min(2).max(3).optional().describe('Two or three numbers for `plum-numbers`'),
  at: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/u, 'must be such as 2026-12-01 09:05')
    .optional()
    .describe('Civil time of the cast; now in `readerTimezone` when absent. Its day decides 육수 and 공망'),
  readerTimezone: z.string().max(64).refine(isTimezone, 'must be an IANA name such as Asia/Seoul').nullish(),
  changingRule: z
    .enum(CHANGING_RULES)
    .default('all')
    .describe('Texts to judge by when several lines change: all of them, or those of Zhu Xi'),
  sixLines: z.boolean().default(false).describe('Adds 육효 (납갑, 육친, 세응, 육수) to the facts'),
  documents: clientDocuments,
  ...commonInput,
});

export const ichingInput = shape
  .refine(({ lines, hexagram }) => lines === undefined || hexagram === undefined, {
    path: ['hexagram'],
    message: 'must be absent when lines are given',
  })
  .refine(({ changing, hexagram }) => changing === undefined || hexagram !== undefined, {
    path: ['changing'],
    message: 'needs a hexagram',
  })
  .refine(({ method, numbers }) => (method === 'plum-numbers') === (numbers !== undefined), {
    path: ['numbers'],
    message: 'are needed for plum-numbers, and only for it',
  });

export type IchingInput = z.infer<typeof shape>;
