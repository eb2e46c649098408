/** Standing of hot lists: which snapshots a policy lets in, approvals, withdrawals, freshness. */
package io.platelake.core.list;
