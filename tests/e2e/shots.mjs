import { chromium } from '@playwright/test';
const url=process.argv[2], out=process.argv[3];
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--disable-background-networking']});
const page=await (await browser.newContext({viewport:{width:1280,height:800},colorScheme:process.argv[4]??'light',locale:process.argv[5]??'en-US'})).newPage();
page.on('console',m=>{if(m.type()==='error')console.log('console',m.text())});page.on('pageerror',e=>console.log('pageerror',e.message));
const shot=async n=>{await page.waitForTimeout(400);await page.screenshot({path:`${out}/${n}.png`});console.log(n)};
const step=async(n,f)=>{try{await f();await shot(n)}catch(e){console.log('FAIL',n,e.message.split('\n')[0]);try{await page.screenshot({path:`${out}/${n}-fail.png`})}catch{}};try{for(let i=0;i<2;i++)if(await page.locator('dialog[open]').count())await page.keyboard.press('Escape')}catch{}};
page.setDefaultTimeout(15000);
await page.goto(url);await page.getByRole('button',{name:/demo|演示|демо/i}).click();await page.waitForSelector('[role=gridcell]');
await step('demo',async()=>{await page.waitForTimeout(1500)});
const T=process.argv[5]&&process.argv[5]!=='en-US';
if(!T){
await step('export',async()=>{await page.getByRole('button',{name:'Export',exact:true}).click()});
await step('duplicates',async()=>{await page.getByRole('button',{name:'Duplicates',exact:true}).click();await page.waitForTimeout(2500)});
await step('find',async()=>{await page.getByRole('button',{name:'Find',exact:true}).click();await page.keyboard.type('an')});
await step('views',async()=>{await page.getByRole('button',{name:'Views',exact:true}).click()});
await step('column',async()=>{await page.getByRole('button',{name:'Add column'}).click();await page.getByRole('combobox',{name:'Type'}).selectOption({label:'Calculated'}).catch(()=>{});});
await step('palette',async()=>{await page.keyboard.press('Control+k')});
await step('keys',async()=>{await page.keyboard.press('F1')});
await step('filter',async()=>{await page.getByRole('button',{name:/^Filter Industry/}).click()});
await page.keyboard.press('Escape');
await step('ranges',async()=>{const c=page.locator('[role=gridcell]');await page.mouse.click(200,200);await page.keyboard.press('Shift+ArrowDown');await page.keyboard.press('Shift+ArrowRight')});
}
await browser.close();
