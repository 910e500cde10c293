// @ts-check
// The same as texts.kinds.vi.js in English.
export const enKinds = {
  "channel.chat": "Chat message",
  "channel.email": "E-mail",
  "channel.sms": "Text message (SMS)",
  "channel.web": "Web page",

  "match.hint": "Choose what belongs to each of these.",
  "match.pick": "Choose…",

  "message.hint": "Tap each suspicious part to mark it. Tap again to take the mark back.",

  "numeric.hint": "Enter a number. 87,5 and 87.5 are the same; no separators between thousands.",
  "numeric.unread": "This is not read as a number. Write 1234 or 87.5.",

  "order.down": "Move down: {text}",
  "order.hint": "Use the arrow buttons to put these in the right order, from the top.",
  "order.keep": "Keep the order shown",
  "order.moved": "“{text}” is now {n} of {of}.",
  "order.up": "Move up: {text}",

  "picture.again": "Load the picture again",
  "picture.failed": "The picture could not be loaded. It shows:",
  "picture.large": "Enlarge the picture",

  "review.key": "Right answer",
  "review.keys": "Accepted spellings",
  "review.mine": "You answered: {text}",
  "review.mineAt": "You put this at place {n}",
  "review.mineMatch": "You matched: {text}",
  "review.mineRight": "You answered right",
  "review.nothing": "You left this blank",
  "review.sign": "Suspicious, you did not mark it",
  "review.signMine": "Suspicious, you marked it",
  "review.signWrong": "Not suspicious, you marked it",
  "review.tolerance": "may be off by {n}",

  "role.address": "Address",
  "role.attachment": "Attachment",
  "role.button": "Button",
  "role.field": "Input field",
  "role.heading": "Heading",
  "role.link": "Link",
  "role.sender": "From",
  "role.subject": "Subject",
  "role.text": "Text",
  "role.time": "Time",
  "role.to": "To",

  "short.hint": "Write a short answer. Capital letters do not matter; accents do.",
};
