/** Hot lists: loading a snapshot under the policy, and which snapshots are in force. */
package io.platelake.app.hotlist;
