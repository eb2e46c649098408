/** Ledger of research releases: requests, approvals and runs. */
package io.platelake.app.ledger.release;
