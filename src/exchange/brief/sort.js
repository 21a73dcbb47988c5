document.querySelectorAll("table[data-sortable]").forEach(function(table){
table.querySelectorAll("thead th").forEach(function(head,at){
var button=document.createElement("button");
button.type="button";
while(head.firstChild)button.appendChild(head.firstChild);
head.appendChild(button);
button.addEventListener("click",function(){
var up=head.getAttribute("aria-sort")!=="ascending";
table.querySelectorAll("thead th").forEach(function(other){other.removeAttribute("aria-sort")});
head.setAttribute("aria-sort",up?"ascending":"descending");
var body=table.tBodies[0];
var key=function(row){var cell=row.cells[at];var own=cell.getAttribute("data-key");return own===null?cell.textContent:own};
var rows=Array.prototype.slice.call(body.rows);
rows.sort(function(a,b){
var x=key(a),y=key(b);
if(x===""||y==="")return (x==="")-(y==="");
var n=x!==""&&y!==""&&!isNaN(x)&&!isNaN(y)?x-y:x.localeCompare(y,document.documentElement.lang);
return up?n:-n});
rows.forEach(function(row){body.appendChild(row)});
});
});
});
