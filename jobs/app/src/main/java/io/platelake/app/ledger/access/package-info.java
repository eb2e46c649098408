/** Ledgers of who looked after the platform: audits and incidents. */
package io.platelake.app.ledger.access;
