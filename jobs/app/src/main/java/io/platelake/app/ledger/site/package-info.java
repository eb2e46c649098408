/** Ledgers of the site: cameras, protected places, raw files. */
package io.platelake.app.ledger.site;
