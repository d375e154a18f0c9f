import 'reflect-metadata';
import { SettingsModule } from '@app/config';
import { EmbeddingModule, EmbeddingStatus } from '@app/embedding';
import { MetricsModule } from '@app/metrics';
import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({ imports: [SettingsModule.forRoot(), MetricsModule.of(), EmbeddingModule] })
export class EmbeddingContextModule {}

/**
 * Waits for the embedder, runs a task in an application context and closes it afterwards: exiting while threads of ONNX
 * Runtime run would abort the process.
 * @throws EmbeddingError when the embedder is unavailable
 */
export async function withContext<Result>(
  module: Type,
  task: (context: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  const context = await NestFactory.createApplicationContext(module, {
    logger: ['fatal', 'error'],
    abortOnError: false,
  });
  try {
    await context.get(EmbeddingStatus, { strict: false }).ready();
    return await task(context);
  } finally {
    await context.close();
  }
}
