/** Ledgers of purges: plans, steps, closed dates, approvals and certificates. */
package io.platelake.app.ledger.purge;
