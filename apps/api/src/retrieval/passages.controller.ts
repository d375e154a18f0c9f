import { LOCALES } from '@app/text';
import { Controller, Get, Header, NotFoundException, Param, Query } from '@nestjs/common';
import { KnowledgeStore } from '@app/knowledge';
import { z } from 'zod';

const passageQuery = z.object({ locale: z.enum(LOCALES).default('ko') });

/** Text of a built-in record that a reading cites. Ingested documents may be private and are not served. */
@Controller('v1/passages')
export class PassagesController {
  constructor(private readonly knowledge: KnowledgeStore) {}

  @Get(':id')
  @Header('Cache-Control', 'private, max-age=3600')
  passage(@Param('id') id: string, @Query({ schema: passageQuery }) { locale }: z.output<typeof passageQuery>): object {
    const record = this.knowledge.status().ready ? this.knowledge.current().record(id) : undefined;
    const found = record?.[locale] ?? Object.values(record ?? {})[0];
    if (!found) throw new NotFoundException();
    const { title, text, source } = found;
    return { id, title, text, source };
  }
}
