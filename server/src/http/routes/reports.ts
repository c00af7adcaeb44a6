import {
  CoverageReport,
  EmergenciesReport,
  ExceptionsReport,
  GroupBy,
  OutagesReport,
  PeriodQuery,
  ReasonsReport,
  ReportQuery,
  SummaryReport,
  TurnsReport,
  WaitsReport,
} from '@jiaohao/shared/contract/reports.ts';
import { nearestLanguage } from '@jiaohao/shared/i18n/language.ts';
import { Type } from 'typebox';
import { reportFileName, resolveReportQuery } from '../../reports/query.ts';
import { languageOf } from '../errors.ts';
import type { Hub } from '../hub.ts';
import type { Routes } from '../typed.ts';

/** Rows that the page shows; the exports hold all. */
const ROWS_SHOWN = 500;

const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export const reportRoutes: Routes = (app, hub) => {
  const access = ['manager'] as const;
  const SummaryQuery = Type.Object(
    { ...ReportQuery.properties, groupBy: Type.Optional(GroupBy) },
    { additionalProperties: false },
  );

  app.get(
    '/api/reports/turns',
    {
      config: { access },
      schema: { tags: ['reports'], querystring: ReportQuery, response: { 200: TurnsReport } },
    },
    (request) =>
      hub.reports.turns(filterOf(hub, request.query), { limit: ROWS_SHOWN, language: languageOf(request) }),
  );
  app.get(
    '/api/reports/summary',
    {
      config: { access },
      schema: { tags: ['reports'], querystring: SummaryQuery, response: { 200: SummaryReport } },
    },
    (request) => {
      const { groupBy = 'hall', ...query } = request.query;
      return hub.reports.summary(filterOf(hub, query), groupBy, languageOf(request));
    },
  );
  app.get(
    '/api/reports/waits',
    {
      config: { access },
      schema: { tags: ['reports'], querystring: ReportQuery, response: { 200: WaitsReport } },
    },
    (request) => hub.reports.waits(filterOf(hub, request.query)),
  );

  for (const [of, answer, summary] of [
    ['exceptions', ExceptionsReport, 'What persons decided about the queue: who, when, why'],
    ['coverage', CoverageReport, 'Services that were open and that nobody served'],
    ['emergencies', EmergenciesReport, 'Emergencies: begun, ended, and what was written about them'],
    ['outages', OutagesReport, 'When the hub was away though the hall was open, and whom it met'],
  ] as const) {
    app.get(
      `/api/reports/${of}`,
      {
        config: { access },
        schema: { tags: ['reports'], summary, querystring: PeriodQuery, response: { 200: answer } },
      },
      async (request) => hub.reports[of](filterOf(hub, request.query), ROWS_SHOWN),
    );
    app.get(
      `/api/reports/${of}.csv`,
      { config: { access }, schema: { tags: ['reports'], summary, querystring: PeriodQuery } },
      async (request, reply) => {
        const filter = filterOf(hub, request.query);
        const { language: wanted } = request.query;
        const language = wanted === undefined ? languageOf(request) : nearestLanguage(wanted);
        const bytes = await hub.reports.journalCsv(of, filter, language);
        return reply
          .type(FORMATS.csv)
          .header('Cache-Control', 'no-store')
          .header('Content-Disposition', `attachment; filename="${reportFileName(filter, 'csv', of)}"`)
          .send(Buffer.from(bytes));
      },
    );
  }
  app.get(
    '/api/reports/reasons',
    {
      config: { access },
      schema: {
        tags: ['reports'],
        summary: 'What people chose to say with their ratings',
        querystring: ReportQuery,
        response: { 200: ReasonsReport },
      },
    },
    (request) => hub.reports.reasons(filterOf(hub, request.query)),
  );

  for (const format of ['csv', 'xlsx'] as const) {
    app.get(
      `/api/reports/turns.${format}`,
      { config: { access }, schema: { tags: ['reports'], querystring: ReportQuery } },
      async (request, reply) => {
        const filter = filterOf(hub, request.query);
        const classes = operationsClasses(hub);
        const { language: wanted } = request.query;
        const language = wanted === undefined ? languageOf(request) : nearestLanguage(wanted);
        const stream = await hub.reports[format](filter, language, classes);
        return reply
          .type(FORMATS[format])
          .header('Cache-Control', 'no-store')
          .header('Content-Disposition', `attachment; filename="${reportFileName(filter, format)}"`)
          .send(stream);
      },
    );
  }
};

const filterOf = (hub: Hub, query: ReportQuery) =>
  resolveReportQuery(query, hub.operations.hall().today.date, hub.operations.now());

const operationsClasses = (hub: Hub) =>
  Object.fromEntries(hub.operations.settings().rules.priorityClasses.map(({ id, name }) => [id, name]));
