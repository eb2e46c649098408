/** Ledgers of hot lists: snapshots, entries and decisions about them. */
package io.platelake.app.ledger.list;
