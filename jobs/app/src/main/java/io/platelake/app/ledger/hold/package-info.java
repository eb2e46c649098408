/** Ledger of holds: what each selects, when it was opened and when it was closed. */
package io.platelake.app.ledger.hold;
