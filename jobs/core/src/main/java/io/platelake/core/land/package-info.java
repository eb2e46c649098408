/** The judgement of landing: what becomes of one record, and why. */
package io.platelake.core.land;
