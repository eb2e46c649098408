/** Ledger of exports, the registered places, and the one writer of whatever leaves. */
package io.platelake.app.ledger.export;
