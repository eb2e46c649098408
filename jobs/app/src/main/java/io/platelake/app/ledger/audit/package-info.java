/** Ledgers of audits: logged searches as detectors see them, findings, samples and reviews. */
package io.platelake.app.ledger.audit;
