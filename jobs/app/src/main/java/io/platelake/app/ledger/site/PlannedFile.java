package io.platelake.app.ledger.site;

import java.time.Instant;

/**
 * A raw file in the plan of a landing run.
 *
 * @param batch id of its batch
 * @param seq number of the batch within the feed, from 1
 * @param plannedAt now of the run that planned it, UTC
 * @param digest SHA-256 of its bytes
 * @param bytes its size
 */
public record PlannedFile(String batch, long seq, Instant plannedAt, String digest, long bytes) {}
