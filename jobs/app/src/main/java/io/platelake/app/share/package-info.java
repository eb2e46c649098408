/**
 * Sharing: requests of others, verified and approved by two persons, then handed over or refused.
 */
package io.platelake.app.share;
