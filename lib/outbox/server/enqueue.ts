import 'server-only';

/** A notice on its way out, before it is known which channels take it. */
export interface OutgoingNotice {
  streamId: string;
  seq: number;
  eventType: string;
  rule: string;
  orgId: string;
  personIds: string[];
  /** Null for what is about no incident; then `href` says where it is dealt with. */
  incidentId: string | null;
  deadlineId: string | null;
  href: string | null;
  params: Readonly<Record<string, string>> | null;
  urgent: boolean;
  /** Real time. */
  at: string;
}

/**
 * Every group channel that hears the rule, and for each person the first way that works. A data-
 * modifying statement over `$rows`, JSON of `OutgoingNotice`s.
 */
export const ENQUEUE = `INSERT INTO "OutboxMessage" (id, "channelId", "streamId", seq, "eventType",
    rule, recipient, "incidentId", "deadlineId", href, params, urgent, "notBefore", "createdAt")
  SELECT gen_random_uuid(), way."channelId", n."streamId", n.seq, n."eventType", n.rule,
    way.recipient, n."incidentId", n."deadlineId", n.href, n.params, n.urgent, n.at, n.at
  FROM jsonb_to_recordset($rows) AS n ("streamId" text, seq int, "eventType" text, rule text,
      "orgId" uuid, "personIds" jsonb, "incidentId" uuid, "deadlineId" uuid, href text,
      params jsonb, urgent boolean, at timestamptz)
    CROSS JOIN LATERAL (
      SELECT c.id AS "channelId", 'group' AS recipient FROM "Channel" c
      WHERE c."orgId" = n."orgId" AND c.enabled
        AND c.kind IN ('wecom', 'dingtalk', 'feishu', 'webhook')
        AND coalesce(jsonb_typeof(c.settings->'rules') <> 'array' OR c.settings->'rules' ? n.rule, true)
      UNION ALL
      SELECT first."channelId", p.id FROM jsonb_array_elements_text(n."personIds") AS p (id)
        CROSS JOIN LATERAL personal_channels(p.id::uuid) AS first WHERE first.rank = 1
    ) AS way
  ON CONFLICT DO NOTHING RETURNING 1`;
