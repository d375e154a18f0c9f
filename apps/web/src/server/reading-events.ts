import type {
  EventData,
  ReadingEvent as ClientEvent,
  RetrievalData,
  SectionData,
} from '../../../../clients/typescript/src/index.js';

/** The events of the wire protocol, named as in the page. */
export type ReadingEvent = ClientEvent;
export type Started = EventData['reading'];
export type Retrieval = RetrievalData;
export type SectionChange = SectionData;
export type Done = EventData['done'];
export type Source = RetrievalData['sources'][number];
export type HelpLine = NonNullable<Started['care']>['lines'][number];
export type Timing = Done['timings'][string];

/** Computed facts, whose shape depends on the kind; every component checks the shape that it needs. */
export type Facts = Readonly<Record<string, unknown>>;
