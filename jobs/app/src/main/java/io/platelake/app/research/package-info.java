/**
 * Research releases: requested, approved by the policy's approver, run, with small cells left out.
 */
package io.platelake.app.research;
