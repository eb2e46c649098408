/** Ledgers of alerts: outcomes, suppressed hits, and what confirmed hits taught. */
package io.platelake.app.ledger.alert;
