/** Lands raw vendor files: what is in them, where each record goes, and the account of it. */
package io.platelake.app.land;
