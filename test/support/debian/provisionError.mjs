/** Why the tests lack a program or a file of theirs; `reason` is for code, the message for a person. */
export class ProvisionError extends Error {
  /**
   * @param {import("./provisionError.mjs").ProvisionReason} reason
   * @param {string} message
   */
  constructor(reason, message) {
    super(message);
    this.name = "ProvisionError";
    this.reason = reason;
  }
}
