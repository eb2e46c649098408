/** The policy of each agency: as adopted, in force at an instant. */
package io.platelake.app.policy;
