/** Carries out the plan of a purge, step by step. */
package io.platelake.app.purge.run;
