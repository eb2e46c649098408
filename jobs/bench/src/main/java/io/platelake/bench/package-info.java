/** What each job costs beside a peer, on the same machine, input and run. */
package io.platelake.bench;
