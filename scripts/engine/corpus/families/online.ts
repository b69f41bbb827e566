import { userName, webAddress } from "../values/codes.ts";
import { family } from "./family.ts";

/** Names in the net. */
export const online = {
  userName: family({
    kind: userName,
    names: `username, user name, login, handle, user id, nickname, screen name, login name, account login, profile name, member handle,
social handle, user, domain user, alias`,
    asks: `What's your user name?
What do you log in with?
Which login?
[And|So] your handle?
[Can|Could] I have your login?
Under which user name?
What's the login name?
What user name do you use?
How are you called in the app?
Your user name, please?
[Sure|Okay]. And your login?
Which account name do you use online?`,
    gives: `my user name is {v}
my login is {v}
user name {v}
login {v}
the user is {v}
I log in as {v}
I'm logged in as {v}
I'm {v} [online|in the app|on your site]
my handle is {v}
my handle's {v}
as user {v}
with the login {v}
with user name {v}
under the user name {v}
the account is {v}
the login name is {v}
{v} is my login
{v} is my user name
on the site I'm {v}
in the app I'm called {v}
you'll see me as {v}
my nickname there is {v}
the profile is {v}
the profile's called {v}
I go by {v} online
[and|oh and] my user name is {v}`,
    tells: `my user name is {v}
my login is {v}
it's {v}
that's {v}
I log in as {v}
I'm {v} there
I use {v}
the login is {v}
{v} is my login
{v}, all one word
{v}, all lower case
{v}, all small
my handle is {v}
I think it's {v}
it should be {v}
let me check, {v}
yes, {v}
it says {v}
it says {v} at the top
in the app it's {v}
online I'm {v}
the user is {v}
try {v}
look up {v}
I signed up as {v}`,
    decoys: `my user name is {v}, not {d}
I used to be {d}, now I'm {v} online`,
  }),
  webAddress: family({
    kind: webAddress,
    names:
      "url, website, web address, site, link, domain, web page, homepage, domain name, page, host, shop url, site address",
    asks: `What's the web address?
Which site?
Which domain is it?
What's the website called?
[Can|Could] you give me the address of the site?
And the web page?
Which page is it about?
What's the domain?
[Sure|Okay]. Which website?
What's the link?
And the site?
Where is it online?`,
    gives: `the site is {v}
the website is {v}
our website is {v}
my site is {v}
on {v}
at {v}
for {v}
for the site {v}
for the domain {v}
the domain is {v}
the domain's {v}
domain {v}
it's on {v}
it's about {v}
it's about the site {v}
the address is {v}
the web address is {v}
the page is {v}
I saw it on {v}
I found it on {v}
you find it at {v}
you find us at {v}
{v} is the site
{v} is our website
the link is {v}
we run {v}`,
    tells: `it's {v}
the site is {v}
our site is {v}
that's {v}
{v} is the domain
the domain is {v}
at {v}
on {v}
it's called {v}
we're at {v}
you find it at {v}
the address is {v}
the web address is {v}
go to {v}
look at {v}
just type {v}
type in {v}
the page is {v}
the link is {v}
that would be {v}
I think {v}
yes, {v}
mine is {v}
we own {v}
it should be {v}`,
    decoys: `the site is {v}, not {d}
we moved from {d} to {v}`,
  }),
};
