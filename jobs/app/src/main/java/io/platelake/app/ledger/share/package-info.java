/** Ledger of shares: requests of others and what was done about each. */
package io.platelake.app.ledger.share;
