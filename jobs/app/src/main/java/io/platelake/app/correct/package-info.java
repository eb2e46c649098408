/** Corrections of reads by people: the original stays, and the corrected read stands beside it. */
package io.platelake.app.correct;
