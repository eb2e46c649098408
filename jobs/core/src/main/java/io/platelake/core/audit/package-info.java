/** Audits of logged searches: samples that anybody can draw again, and what reviewers decided. */
package io.platelake.core.audit;
