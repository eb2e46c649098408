/** Samples of logged searches for audits, worksheets for reviewers, and what came back. */
package io.platelake.app.audit.sample;
